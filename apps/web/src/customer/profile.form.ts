import type { FieldDeclaration } from '../shared/form/field-declaration';
import AddressesInput from './components/AddressesInput.vue';

export const addressFields: FieldDeclaration[] = [
  { key: 'items', title: 'customer.profile.addresses', kind: 'own', input: AddressesInput, isWide: true },
];

export const FINANCE_FIELDS = [
  'invoiceTitle',
  'taxNumber',
  'bankName',
  'bankAccount',
  'invoiceAddress',
  'invoicePhone',
] as const;

export const financeFields: FieldDeclaration[] = FINANCE_FIELDS.map((key) => ({
  key,
  title: `customer.profile.${key}`,
  kind: 'text',
  maxLength: key === 'invoiceAddress' ? 300 : 120,
  isWide: key === 'invoiceTitle' || key === 'invoiceAddress',
}));

export const convertFields: FieldDeclaration[] = [
  { key: 'reason', title: 'customer.convert.reason', kind: 'long-text', isRequired: true, maxLength: 500 },
];
