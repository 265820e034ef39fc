import { Connection, Plus, Suitcase } from '@element-plus/icons-vue';
import type { Feature } from '../../shared/feature';

const permission = 'opportunity:read';

export const opportunityFeature: Feature = {
  routes: [
    {
      path: '/opportunities',
      name: 'opportunities',
      component: () => import('./OpportunityListPage.vue'),
      meta: {
        title: 'opportunities.title',
        permission,
        ahead: async () => (await import('./opportunities.ahead')).opportunitiesAhead,
      },
    },
    {
      path: '/opportunities/board',
      name: 'opportunity-board',
      component: () => import('./board/OpportunityBoardPage.vue'),
      meta: { title: 'opportunities.board.title', permission, parent: 'opportunities' },
    },
    {
      path: '/opportunities/analysis',
      name: 'opportunity-analysis',
      component: () => import('./analysis/OpportunityAnalysisPage.vue'),
      meta: { title: 'opportunities.analysis.title', permission, parent: 'opportunities' },
    },
    {
      path: '/opportunities/:id',
      name: 'opportunity',
      component: () => import('./OpportunityDetailPage.vue'),
      props: true,
      meta: { title: 'opportunities.one', permission, parent: 'opportunities' },
    },
    {
      path: '/pipelines',
      name: 'pipelines',
      component: () => import('./pipelines/PipelinesPage.vue'),
      meta: { title: 'opportunities.pipelines.title', permission: 'pipeline:manage' },
    },
  ],
  nav: [
    {
      to: 'opportunities',
      title: 'opportunities.title',
      icon: Suitcase,
      permission,
      group: 'work',
      order: 10,
      onPhone: true,
    },
    {
      to: 'pipelines',
      title: 'opportunities.pipelines.title',
      icon: Connection,
      permission: 'pipeline:manage',
      group: 'admin',
      order: 86.5,
    },
  ],
  commands: [
    {
      title: 'opportunities.create',
      icon: Plus,
      permission: 'opportunity:create',
      to: { name: 'opportunities', query: { create: '1' } },
    },
    { title: 'opportunities.board.title', icon: Suitcase, permission, to: { name: 'opportunity-board' } },
    {
      title: 'opportunities.analysis.title',
      icon: Suitcase,
      permission,
      to: { name: 'opportunity-analysis' },
    },
  ],
  records: { opportunity: (id) => ({ name: 'opportunity', params: { id } }) },
};
