import type { Feature } from '../shared/feature';

export const customerFeature: Feature = { routes: [] };
