import type { ReadAhead } from '../../shared/api/read-ahead';
import { listAhead } from '../../shared/list/list-ahead';
import { allDocumentTypes } from '../document-type.queries';
import { approvalLists, type Box } from './approval.lists';

const lists = approvalLists([]);

export const approvalsAhead =
  (box: Box): ReadAhead =>
  (query) => [listAhead(lists[box], query), allDocumentTypes];
