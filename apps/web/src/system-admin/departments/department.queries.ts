import type { Schema } from '@juke/api-client';
import { useMutation, useQuery } from '@pinia/colada';
import { bodyOf, client } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/useRefresh';

export type Department = Schema<'DepartmentDto'>;
export type DepartmentValues = Schema<'ChangeDepartmentDto'>;

const KEY = 'departments';

export async function readDepartments(signal?: AbortSignal): Promise<Department[]> {
  const all: Department[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: 200, sort: 'path' as const, ...(cursor && { cursor }) };
    const page = await bodyOf(client.GET('/api/v1/departments', { params: { query }, signal }));
    all.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return all;
}

export const useDepartments = () => useQuery({ key: [KEY], query: ({ signal }) => readDepartments(signal) });

/** The tree is read again also after a refusal: on the screen a department may already stand where it may not. */
export function useDepartmentActions() {
  const refresh = useRefresh();
  const onSettled = () => refresh(KEY, 'users');
  const { mutateAsync: save } = useMutation({
    mutation: ({ record, values }: { record?: Department; values: DepartmentValues }) =>
      bodyOf(
        record
          ? client.PATCH('/api/v1/departments/{id}', {
              params: { path: { id: record.id }, header: { 'If-Match': `"${record.version}"` } },
              body: values,
            })
          : client.POST('/api/v1/departments', { body: values as Schema<'CreateDepartmentDto'> }),
      ),
    onSettled,
  });
  const { mutateAsync: remove } = useMutation({
    mutation: ({ id }: Department) => client.DELETE('/api/v1/departments/{id}', { params: { path: { id } } }),
    onSettled,
  });
  return { save, remove };
}
