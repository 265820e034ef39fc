import { useQuery } from '@pinia/colada';
import { useIntervalFn } from '@vueuse/core';
import { toValue, type MaybeRefOrGetter } from 'vue';
import type { Schema } from '@juke/api-client';
import { bodyOf, client } from '../../shared/api/client';
import { listSource } from '../../shared/api/list-source';
import { useRefresh } from '../../shared/api/useRefresh';

export type Webhook = Schema<'WebhookDto'>;
export type WebhookWithSecret = Schema<'WebhookWithSecretDto'>;
export type Delivery = Schema<'WebhookDeliveryDto'>;
type NewWebhook = Schema<'CreateWebhookDto'>;
type Replay = Schema<'ReplayWebhookDto'>;

const KEY = 'webhooks';
const DELIVERIES = 'webhook-deliveries';
/** Attempts are no events of their own; while the log is on screen it is asked for. */
const LOOK_AGAIN = 3_000;

export const webhookSource = listSource(KEY, '/api/v1/webhooks');

/** Events there are, to choose from. */
export const useEventTypes = () =>
  useQuery({
    key: [KEY, 'event-types'],
    query: async ({ signal }) => (await bodyOf(client.GET('/api/v1/webhooks/event-types', { signal }))).items,
  });

/** The latest deliveries of a webhook, as they go. */
export function useDeliveries(webhookId: MaybeRefOrGetter<string>) {
  const query = useQuery({
    key: () => [DELIVERIES, 'of', toValue(webhookId)],
    query: ({ signal }) =>
      bodyOf(
        client.GET('/api/v1/webhook-deliveries', {
          params: { query: { webhookId: [toValue(webhookId)], limit: 50 } },
          signal,
        }),
      ),
  });
  useIntervalFn(() => void query.refetch().catch(() => undefined), LOOK_AGAIN);
  return query;
}

export const useDelivery = (id: MaybeRefOrGetter<string>) =>
  useQuery({
    key: () => [DELIVERIES, 'one', toValue(id)],
    query: ({ signal }) =>
      bodyOf(
        client.GET('/api/v1/webhook-deliveries/{id}', { params: { path: { id: toValue(id) } }, signal }),
      ),
  });

/** Everything that is done with webhooks; lists are read again afterwards. */
export function useWebhookActions() {
  const refresh = useRefresh();
  async function then<T>(answer: Promise<T>): Promise<T> {
    const done = await answer;
    await refresh(KEY, DELIVERIES);
    return done;
  }
  const at = (id: string) => ({ params: { path: { id } } });
  return {
    create: (body: NewWebhook): Promise<WebhookWithSecret> =>
      then(bodyOf(client.POST('/api/v1/webhooks', { body }))),
    change: ({ id, version }: Webhook, body: Partial<NewWebhook>) =>
      then(
        bodyOf(
          client.PATCH('/api/v1/webhooks/{id}', {
            params: { path: { id }, header: { 'If-Match': `"${version}"` } },
            body,
          }),
        ),
      ),
    rotate: ({ id }: Webhook): Promise<WebhookWithSecret> =>
      then(bodyOf(client.POST('/api/v1/webhooks/{id}/rotate-secret', at(id)))),
    enable: ({ id }: Webhook, missed: 'send' | 'skip') =>
      then(bodyOf(client.POST('/api/v1/webhooks/{id}/enable', { ...at(id), body: { missed } }))),
    disable: ({ id }: Webhook) => then(bodyOf(client.POST('/api/v1/webhooks/{id}/disable', at(id)))),
    remove: async ({ id }: Webhook) => {
      await bodyOf(client.DELETE('/api/v1/webhooks/{id}', at(id)));
      await refresh(KEY);
    },
    test: ({ id }: Webhook) => then(bodyOf(client.POST('/api/v1/webhooks/{id}/test', at(id)))),
    replaySince: ({ id }: Webhook, body: Replay) =>
      then(bodyOf(client.POST('/api/v1/webhooks/{id}/replay', { ...at(id), body }))),
    replay: ({ id }: Delivery) => then(bodyOf(client.POST('/api/v1/webhook-deliveries/{id}/replay', at(id)))),
  };
}
