import { whenViolated } from '../../platform/database/constraint-violations.js';
import { InvalidInputError } from '../../platform/errors/common.errors.js';

const refuses = (pointer: string, rule: string, detail: string) => () =>
  new InvalidInputError([{ pointer, rule, detail }]);

whenViolated(
  'ck_appointments_span',
  refuses('/endsAt', 'span', 'It ends after it begins, and within 31 days.'),
);
whenViolated(
  'ck_appointments_about',
  refuses('/subject', 'subjectOrCustomer', 'Say what it is about: a subject or a customer.'),
);
