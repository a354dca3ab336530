import type { Resource } from '../../shared/operation';
import { image } from './image';
import { order } from './order';
import { packageResource } from './package';
import { product } from './product';
import { returnResource } from './return';
import { shop } from './shop';

/** What the node offers, in the order a seller thinks. */
export const resources: Resource[] = [order, packageResource, product, image, returnResource, shop];
