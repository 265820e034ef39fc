export { priceQueryFeature } from './price-query/price-query.feature';
export { priceRevisionFeature } from './price-revisions/price-revisions.feature';
export { priceTableFeature } from './price-tables/price-tables.feature';
export { productFeature } from './products/products.feature';
export { promotionFeature } from './promotions/promotions.feature';
