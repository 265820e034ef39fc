import { useQuery } from '@pinia/colada';
import { bodyOf, client } from '../shared/api/client';

/** How many customers the user looks after. */
export const useOwnCustomerCount = (ownerId: () => string, isAllowed: () => boolean) =>
  useQuery({
    key: () => ['customers', 'count', 'own', ownerId()],
    query: ({ signal }) =>
      bodyOf(client.GET('/api/v1/customers/count', { params: { query: { ownerId: [ownerId()] } }, signal })),
    enabled: isAllowed,
  });

/** How many customers the user may see. */
export const useVisibleCustomerCount = (isAllowed: () => boolean) =>
  useQuery({
    key: ['customers', 'count', 'visible'],
    query: ({ signal }) => bodyOf(client.GET('/api/v1/customers/count', { signal })),
    enabled: isAllowed,
  });

/** Sales by month, within what the user may see. */
export const useMonthlyStatistics = (isAllowed: () => boolean) =>
  useQuery({
    key: ['statistics', 'home', 'by-month'],
    query: ({ signal }) =>
      bodyOf(client.GET('/api/v1/statistics/sales', { params: { query: { groupBy: ['month'] } }, signal })),
    enabled: isAllowed,
  });
