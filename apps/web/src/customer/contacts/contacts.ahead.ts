import type { ReadAhead } from '../../shared/api/read-ahead';
import { allCustomFields } from '../../shared/custom-fields/custom-field.queries';
import { listAhead } from '../../shared/list/list-ahead';
import { contactList } from './contact.list';

export const contactsAhead: ReadAhead = (query) => [listAhead(contactList, query), allCustomFields];
