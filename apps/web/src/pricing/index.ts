export { priceRevisionFeature } from './price-revisions/price-revisions.feature';
export { priceTableFeature } from './price-tables/price-tables.feature';
export { productFeature } from './products/products.feature';
