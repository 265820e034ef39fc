import type { Schema } from '@juke/api-client';
import { useMutation, useQuery } from '@pinia/colada';
import { bodyOf, client } from '../../shared/api/client';
import { listSource } from '../../shared/api/list-source';
import { useRefresh } from '../../shared/api/useRefresh';

export type Flow = Schema<'FlowDto'>;
export type FlowDetail = Schema<'FlowDetailDto'>;
export type FlowDefinition = Schema<'FlowDefinitionDto'>;
export type FlowNode = Schema<'FlowNodeDto'>;
export type Branch = Schema<'FlowBranchDto'>;
export type Condition = Schema<'ConditionDto'>;
export type ConditionRule = Schema<'ConditionRuleDto'>;
export type ApproverRule = Schema<'ApproverRuleDto'>;
export type Deadline = Schema<'DeadlineDto'>;
export type OpinionSheet = Schema<'OpinionSheetDto'>;
export type FlowProblem = Schema<'FlowProblemDto'>;

const KEY = 'approval-flows';
export const flowSource = listSource(KEY, '/api/v1/approval-flows');

const versioned = ({ id, version }: { id: string; version: number }) => ({
  params: { path: { id }, header: { 'If-Match': `"${version}"` } },
});

/** @param number of the version to look at; the draft or else the newest, when left out */
export const useFlow = (id: () => string, number: () => number | undefined) =>
  useQuery({
    key: () => [KEY, 'one', id(), number() ?? 'newest'],
    query: ({ signal }) =>
      bodyOf(
        client.GET('/api/v1/approval-flows/{id}', {
          params: { path: { id: id() }, query: { ...(number() && { number: number() }) } },
          signal,
        }),
      ),
  });

export const checkFlow = async (
  documentType: string,
  definition: FlowDefinition,
  signal: AbortSignal,
): Promise<FlowProblem[]> => {
  const { problems } = await bodyOf(
    client.POST('/api/v1/approval-flows/check', { body: { documentType, definition }, signal }),
  );
  return problems;
};

export const tryFlow = async (
  documentType: string,
  definition: FlowDefinition,
  facts: Record<string, unknown>,
): Promise<string[]> => {
  const { nodeIds } = await bodyOf(
    client.POST('/api/v1/approval-flows/route', { body: { documentType, definition, facts } }),
  );
  return nodeIds;
};

export function useFlowActions() {
  const refresh = useRefresh();
  const onSettled = () => refresh(KEY);
  const { mutateAsync: create } = useMutation({
    mutation: (body: Schema<'CreateFlowDto'>) => bodyOf(client.POST('/api/v1/approval-flows', { body })),
    onSettled,
  });
  const { mutateAsync: change } = useMutation({
    mutation: ({ flow, ...body }: Schema<'ChangeFlowDto'> & { flow: Pick<Flow, 'id' | 'version'> }) =>
      bodyOf(client.PATCH('/api/v1/approval-flows/{id}', { ...versioned(flow), body })),
    onSettled,
  });
  const { mutateAsync: activate } = useMutation({
    mutation: (flow: Pick<Flow, 'id' | 'version'>) =>
      bodyOf(client.POST('/api/v1/approval-flows/{id}/activate', versioned(flow))),
    onSettled,
  });
  const { mutateAsync: deactivate } = useMutation({
    mutation: (flow: Pick<Flow, 'id' | 'version'>) =>
      bodyOf(client.POST('/api/v1/approval-flows/{id}/deactivate', versioned(flow))),
    onSettled,
  });
  const { mutateAsync: remove } = useMutation({
    mutation: (flow: Pick<Flow, 'id' | 'version'>) =>
      client.DELETE('/api/v1/approval-flows/{id}', versioned(flow)),
    onSettled,
  });
  return { create, change, activate, deactivate, remove };
}
