import type { Schema } from '@juke/api-client';
import { useQuery } from '@pinia/colada';
import { bodyOf, client } from '../../shared/api/client';

export type Department = Schema<'DepartmentDto'>;

export async function readDepartments(signal?: AbortSignal): Promise<Department[]> {
  const page = await bodyOf(client.GET('/api/v1/departments', { params: { query: { limit: 200 } }, signal }));
  return page.items;
}

export const useDepartments = () =>
  useQuery({ key: ['departments'], query: ({ signal }) => readDepartments(signal) });
