import type { Resource } from '../../shared/operation';
import { order } from './order';
import { product } from './product';
import { returnResource } from './return';
import { shop } from './shop';

/** What the node offers, in the order a seller thinks. */
export const resources: Resource[] = [order, product, returnResource, shop];
