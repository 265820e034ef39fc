import type { Schema } from '@juke/api-client';
import { useQuery } from '@pinia/colada';
import { bodyOf, client } from '../../../shared/api/client';
import type { ListParams } from '../../../shared/api/list-types';

export interface AnalysisKey {
  readonly id: string | null;
  readonly name: string | null;
}
type Keyed<T> = Omit<T, 'keys'> & { readonly keys: Readonly<Record<string, AnalysisKey>> };
export type Funnel = Keyed<Schema<'FunnelDto'>>;
export type Success = Keyed<Schema<'SuccessDto'>>;
export type Loss = Keyed<Schema<'LossDto'>>;
export type Forecast = Keyed<Schema<'ForecastDto'>>;

/** Filters and angles are data; the API checks them. */
const get = client.GET as unknown as (
  path: string,
  init: { params: { query: ListParams }; signal?: AbortSignal },
) => Promise<{ data?: unknown }>;

const useAnalysis = <T>(path: string, params: () => ListParams) =>
  useQuery({
    key: () => ['opportunities', path, JSON.stringify(params())],
    query: async ({ signal }) =>
      (await bodyOf(get(`/api/v1/opportunities/${path}`, { params: { query: params() }, signal }))) as T[],
    placeholderData: (previous) => previous,
  });

export const useFunnel = (params: () => ListParams) => useAnalysis<Funnel>('funnel', params);
export const useSuccessRate = (params: () => ListParams) => useAnalysis<Success>('success-rate', params);
export const useLosses = (params: () => ListParams) => useAnalysis<Loss>('losses', params);
export const useForecast = (params: () => ListParams) => useAnalysis<Forecast>('forecast', params);
