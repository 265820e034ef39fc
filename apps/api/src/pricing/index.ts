export { PricingModule } from './pricing.module.js';
export { PriceResolution } from './resolution/price-resolution.service.js';
export type { ResolvedLineDto, ResolvedPricesDto, ResolvePricesDto } from './resolution/resolve.dto.js';
