import type { Feature } from '../shared/feature';

export const systemAdminFeature: Feature = { routes: [] };
