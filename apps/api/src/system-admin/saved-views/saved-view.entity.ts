import { Column, Entity } from 'typeorm';
import { BaseEntity } from '../../platform/database/base.entity.js';

/** Filters and search text by query parameter, as a list is asked. */
export type ViewQuery = Record<string, string | string[]>;

@Entity('saved_views')
export class SavedView extends BaseEntity {
  @Column('uuid', { name: 'owner_id' }) ownerId!: string;
  /** Resource word of the list, `customer`. */
  @Column('text') list!: string;
  @Column('text') name!: string;
  @Column('jsonb', { default: {} }) query!: ViewQuery;
  @Column('text', { nullable: true }) sort!: string | null;
  @Column('text', { array: true, nullable: true }) columns!: string[] | null;
  @Column('text', { nullable: true }) kind!: string | null;
  @Column('boolean', { name: 'is_shared_with_all', default: false }) isSharedWithAll!: boolean;
  @Column('uuid', { name: 'department_ids', array: true, default: '{}' }) departmentIds!: string[];
  @Column('uuid', { name: 'role_ids', array: true, default: '{}' }) roleIds!: string[];
}

type Sharing = Pick<SavedView, 'isSharedWithAll' | 'departmentIds' | 'roleIds'>;

export const isShared = ({ isSharedWithAll, departmentIds, roleIds }: Sharing): boolean =>
  isSharedWithAll || departmentIds.length > 0 || roleIds.length > 0;
