import { useQuery } from '@pinia/colada';
import { type MaybeRefOrGetter, toValue } from 'vue';
import { bodyOf, client } from '../api/client';

/** Who changed what on one record, newest first. */
export const useRecordHistory = (resource: string, recordId: MaybeRefOrGetter<string>) =>
  useQuery({
    key: () => [`${resource}s`, 'history', toValue(recordId)],
    query: ({ signal }) => {
      const query = { resource: [resource], recordId: [toValue(recordId)], limit: 50 };
      return bodyOf(client.GET('/api/v1/audit-entries', { params: { query }, signal }));
    },
  });
