import type { Resource } from '../../shared/operation';
import { cancellation } from './cancellation';
import { coupon } from './coupon';
import { fbt } from './fbt';
import { file } from './file';
import { finance } from './finance';
import { image } from './image';
import { order } from './order';
import { packageResource } from './package';
import { delivery } from './delivery';
import { shipping } from './shipping';
import { shippingProvider } from './shippingProvider';
import { warehouse } from './warehouse';
import { product } from './product';
import { promotion } from './promotion';
import { refund } from './refund';
import { returnResource } from './return';
import { shopOf } from './shop';
import { affiliateMessage } from './affiliateMessage';
import { affiliateOrder } from './affiliateOrder';
import { creator } from './creator';
import { customApiCall } from './customApiCall';
import { openCollaboration } from './openCollaboration';
import { sampleApplication } from './sampleApplication';
import { targetCollaboration } from './targetCollaboration';
import { webhook } from './webhook';
import { category } from './category';
import { analytics } from './analytics';
import { brand } from './brand';
import { manufacturer } from './manufacturer';
import { responsiblePerson } from './responsiblePerson';
import { sizeChart } from './sizeChart';
import { globalProduct } from './globalProduct';
import { conversation } from './conversation';
import { engagement } from './engagement';

/** What the node offers, in the order a seller thinks. */
export const resources: Resource[] = [
	order,
	packageResource,
	shipping,
	shippingProvider,
	delivery,
	warehouse,
	product,
	globalProduct,
	category,
	brand,
	manufacturer,
	responsiblePerson,
	sizeChart,
	image,
	file,
	promotion,
	coupon,
	returnResource,
	cancellation,
	refund,
	conversation,
	engagement,
	finance,
	analytics,
	fbt,
	creator,
	openCollaboration,
	targetCollaboration,
	sampleApplication,
	affiliateOrder,
	affiliateMessage,
	shopOf(() => resources),
	webhook,
	customApiCall,
];
