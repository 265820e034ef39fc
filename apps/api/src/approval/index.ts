export { ApprovalModule } from './approval.module.js';
export { Approvals } from './runs/approvals.js';
export { DecisionsService } from './runs/decisions.service.js';
export { compareRendered } from './documents/document-comparison.js';
export {
  DocumentTypes,
  type ApprovalOutcome,
  type DocumentType,
  type SubmittedDocument,
} from './document-types.js';
export type { FactDeclaration, Facts } from './documents/facts.js';
export type { Difference, RenderedDocument, RenderedSection } from './documents/rendered-document.js';
export type { FlowDefinition } from './flows/flow-definition.js';
export { Flows } from './flows/flows.js';
