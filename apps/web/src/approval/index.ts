import { Share, Stamp, SwitchButton } from '@element-plus/icons-vue';
import { type Component, defineAsyncComponent } from 'vue';
import type { Feature } from '../shared/feature';
import { needWords } from '../shared/i18n/i18n';
import { useInboxCount } from './approval.queries';
import type { Box } from './inbox/approval.lists';

/** For pages of other features: fetched, with their words, when one of them shows it. */
const withWords = <T extends Component>(load: () => Promise<{ default: T }>) =>
  defineAsyncComponent<T>(async () => {
    const [module] = await Promise.all([load(), needWords('approval.title')]);
    return module.default;
  });
export const ApprovalProgress = withWords(() => import('./review/ApprovalProgress.vue'));
export const SubmitDrawer = withWords(() => import('./submit/SubmitDrawer.vue'));
export const HomeApprovals = withWords(() => import('./inbox/HomeApprovals.vue'));
export { downloadApprovalFile } from './approval.queries';
export { sayReturnReason } from './review/return-reason';

const permission = 'approval:read';
const page = () => import('./inbox/ApprovalListPage.vue');
const ahead = (box: Box) => async () => (await import('./inbox/approvals.ahead')).approvalsAhead(box);

export const approvalFeature: Feature = {
  routes: [
    {
      path: '/approvals',
      name: 'approvals',
      component: page,
      props: { box: 'inbox' },
      meta: { title: 'approval.boxes.inbox', permission, ahead: ahead('inbox') },
    },
    {
      path: '/approvals/sent',
      name: 'approvals-sent',
      component: page,
      props: { box: 'sent' },
      meta: { title: 'approval.boxes.sent', permission, ahead: ahead('sent') },
    },
    {
      path: '/approvals/done',
      name: 'approvals-done',
      component: page,
      props: { box: 'done' },
      meta: { title: 'approval.boxes.done', permission, ahead: ahead('done') },
    },
    {
      path: '/approvals/copied',
      name: 'approvals-copied',
      component: page,
      props: { box: 'copied' },
      meta: { title: 'approval.boxes.copied', permission, ahead: ahead('copied') },
    },
    {
      path: '/approvals/all',
      name: 'approvals-all',
      component: page,
      props: { box: 'all' },
      meta: { title: 'approval.boxes.all', permission: 'approval:administer', ahead: ahead('all') },
    },
    {
      path: '/approvals/:id',
      name: 'approval',
      component: () => import('./review/ApprovalPage.vue'),
      props: true,
      meta: { title: 'approval.one', permission, parent: 'approvals' },
    },
    {
      path: '/delegations',
      name: 'delegations',
      component: () => import('./delegations/DelegationsPage.vue'),
      props: { box: 'own' },
      meta: { title: 'approval.delegations.title', permission },
    },
    {
      path: '/delegations/received',
      name: 'delegations-received',
      component: () => import('./delegations/DelegationsPage.vue'),
      props: { box: 'received' },
      meta: { title: 'approval.delegations.received', permission, parent: 'delegations' },
    },
    {
      path: '/delegations/all',
      name: 'delegations-all',
      component: () => import('./delegations/DelegationsPage.vue'),
      props: { box: 'all' },
      meta: {
        title: 'approval.delegations.all',
        permission: 'approval:administer',
        parent: 'delegations',
      },
    },
    {
      path: '/approval-flows',
      name: 'approval-flows',
      component: () => import('./flows/FlowListPage.vue'),
      meta: { title: 'flows.title', permission: 'approval-flow:read' },
    },
    {
      path: '/approval-flows/:id',
      name: 'approval-flow',
      component: () => import('./flows/FlowEditorPage.vue'),
      props: true,
      meta: { title: 'flows.one', permission: 'approval-flow:read', parent: 'approval-flows' },
    },
  ],
  nav: [
    {
      to: 'approvals',
      title: 'approval.title',
      icon: Stamp,
      permission,
      group: 'work',
      order: 5,
      onPhone: true,
      useCount: useInboxCount,
    },
    {
      to: 'approval-flows',
      title: 'flows.title',
      icon: Share,
      permission: 'approval-flow:read',
      group: 'admin',
      order: 86,
    },
  ],
  commands: [
    {
      title: 'approval.delegations.create',
      icon: SwitchButton,
      permission,
      to: { name: 'delegations', query: { create: '1' } },
    },
  ],
  records: {
    approval: (id) => ({ name: 'approval', params: { id } }),
    'approval-flow': (id) => ({ name: 'approval-flow', params: { id } }),
  },
};
