import { Column, Entity } from 'typeorm';
import { BaseEntity } from '../database/base.entity.js';

export const CUSTOM_KINDS = [
  'text',
  'number',
  'money',
  'date',
  'choice',
  'choices',
  'link',
  'attachment',
  'formula',
] as const;
export type CustomKind = (typeof CUSTOM_KINDS)[number];

export interface CustomChoice {
  /** What records keep; never changes. */
  readonly code: string;
  readonly labelZh: string;
  readonly labelEn: string;
  /** Stays readable on the records that have it, and is not offered any more. */
  readonly isRetired?: boolean;
}

export interface CustomSettings {
  /** Most characters of a text. */
  readonly maxLength?: number;
  /** Regular expression that a whole text must match. */
  readonly pattern?: string;
  /** Decimal strings. */
  readonly minimum?: string;
  readonly maximum?: string;
  /** Digits after the point of numbers and formulas. */
  readonly scale?: number;
  /** Of money, ISO 4217. */
  readonly currency?: string;
  readonly choices?: readonly CustomChoice[];
  /** Resource that a link points at; without it a link is an address on the web. */
  readonly target?: string;
}

/** A field that the company added to a resource; its values lie in the record's `custom`. */
@Entity('custom_fields')
export class CustomField extends BaseEntity {
  @Column('text') resource!: string;
  @Column('text') code!: string;
  @Column('text', { name: 'label_zh' }) labelZh!: string;
  @Column('text', { name: 'label_en' }) labelEn!: string;
  @Column('text', { name: 'help_zh', nullable: true }) helpZh!: string | null;
  @Column('text', { name: 'help_en', nullable: true }) helpEn!: string | null;
  @Column('text') kind!: CustomKind;
  @Column('jsonb', { default: {} }) settings!: CustomSettings;
  /** Of a choice: the dictionary whose values it takes. */
  @Column('text', { nullable: true }) dictionary!: string | null;
  @Column('text', { nullable: true }) formula!: string | null;
  @Column('boolean', { name: 'is_required', default: false }) isRequired!: boolean;
  @Column('jsonb', { name: 'applies_to', default: [] }) appliesTo!: string[];
  @Column('text', { nullable: true }) section!: string | null;
  @Column('int', { default: 0 }) position!: number;
  /** Whether an index serves sorting and filtering by it. */
  @Column('boolean', { name: 'is_indexed', default: false }) isIndexed!: boolean;
  /** Permissions without which the field does not exist for the caller, or cannot be changed. */
  @Column('text', { name: 'read_permission', nullable: true }) readPermission!: string | null;
  @Column('text', { name: 'change_permission', nullable: true }) changePermission!: string | null;
  @Column('timestamptz', { name: 'retired_at', nullable: true }) retiredAt!: Date | null;
}

/** A field as the caches keep it. */
export type FieldDefinition = Pick<
  CustomField,
  | 'id'
  | 'resource'
  | 'code'
  | 'labelZh'
  | 'labelEn'
  | 'helpZh'
  | 'helpEn'
  | 'kind'
  | 'settings'
  | 'dictionary'
  | 'formula'
  | 'isRequired'
  | 'appliesTo'
  | 'section'
  | 'isIndexed'
  | 'readPermission'
  | 'changePermission'
  | 'retiredAt'
  | 'version'
>;

export const isNumeric = (kind: CustomKind): boolean => ['number', 'money', 'formula'].includes(kind);
