import type { Schema } from '@juke/api-client';
import { useQuery } from '@pinia/colada';
import { bodyOf, client } from '../../shared/api/client';
import { listSource } from '../../shared/api/list-source';
import { useRefresh } from '../../shared/api/useRefresh';

export type DailyReport = Schema<'DailyReportDto'>;
export type DailyReportDetail = Schema<'DailyReportDetailDto'>;
export type DailyReportDraft = Schema<'DailyReportDraftDto'>;
export type DailyFacts = Schema<'DailyFactsDto'>;
export type DailyFact = Schema<'DailyFactDto'>;
export type TeamWork = Schema<'TeamWorkDto'>;
export type MemberWork = Schema<'MemberWorkDto'>;
export type ReportSettings = Schema<'DailyReportSettingsDto'>;

const KEY = 'daily-reports';
export const dailyReportSource = listSource(KEY, '/api/v1/daily-reports', { count: true });

export const useDailyReport = (id: () => string) =>
  useQuery({
    key: () => [KEY, 'one', id()],
    query: ({ signal }) =>
      bodyOf(client.GET('/api/v1/daily-reports/{id}', { params: { path: { id: id() } }, signal })),
  });

/** The oldest report that waits to be read by somebody else than its author. */
export const useNextUnread = (id: () => string, ownId: () => string | undefined) =>
  useQuery({
    key: () => [KEY, 'next-unread', id()],
    query: async ({ signal }) => {
      const { items } = await dailyReportSource.page(
        { state: ['submitted'], sort: 'day', limit: 20 },
        signal,
      );
      return items.find((report) => report.id !== id() && report.authorId !== ownId()) ?? null;
    },
  });

/** Today's where no day is given. */
export const useReportDraft = (day: () => string | undefined) =>
  useQuery({
    key: () => [KEY, 'draft', day() ?? ''],
    query: ({ signal }) =>
      bodyOf(client.GET('/api/v1/daily-reports/draft', { params: { query: { day: day() } }, signal })),
    // What was logged a minute ago is in it.
    staleTime: 0,
  });

export const useTeamWork = (period: () => { from: string; to: string }) =>
  useQuery({
    key: () => [KEY, 'team', period().from, period().to],
    query: ({ signal }) =>
      bodyOf(client.GET('/api/v1/daily-reports/team', { params: { query: period() }, signal })),
    placeholderData: (previous) => previous,
    staleTime: 0,
  });

export const useReportSettings = () =>
  useQuery({
    key: [KEY, 'settings'],
    query: ({ signal }) => bodyOf(client.GET('/api/v1/daily-report-settings', { signal })),
  });

export function useDailyReportActions() {
  const refresh = useRefresh();
  const afterwards = async <T>(call: Promise<{ data?: T }>): Promise<T> => {
    try {
      return await bodyOf(call);
    } finally {
      await refresh(KEY);
    }
  };
  const at = (id: string) => ({ params: { path: { id } } });
  const versioned = ({ id, version }: { id: string; version: number }) => ({
    params: { path: { id }, header: { 'If-Match': `"${version}"` } },
  });
  return {
    submit: async (body: Schema<'SubmitDailyReportDto'>) => {
      const made = await bodyOf(client.POST('/api/v1/daily-reports', { body }));
      // Not waited for: who hands in goes on to what she handed in.
      void refresh(KEY);
      return made;
    },
    change: (report: DailyReport, body: Schema<'ChangeDailyReportDto'>) =>
      afterwards(client.PATCH('/api/v1/daily-reports/{id}', { ...versioned(report), body })),
    markRead: (id: string) => afterwards(client.POST('/api/v1/daily-reports/{id}/read', at(id))),
    comment: (id: string, content: string) =>
      afterwards(client.POST('/api/v1/daily-reports/{id}/comments', { ...at(id), body: { content } })),
    add: (id: string, content: string) =>
      afterwards(client.POST('/api/v1/daily-reports/{id}/additions', { ...at(id), body: { content } })),
    changeSettings: ({ version }: ReportSettings, body: Schema<'ChangeDailyReportSettingsDto'>) =>
      afterwards(
        client.PATCH('/api/v1/daily-report-settings', {
          params: { header: { 'If-Match': `"${version}"` } },
          body,
        }),
      ),
  };
}
