import { describe, expect, it } from 'vitest';
import { choicesOf, endsOf } from './relation-words';
import type { RelationKind } from './relation.queries';

const kind = (code: string, isSymmetric: boolean): RelationKind => ({
  code,
  isSymmetric,
  isAcyclic: false,
  nameZh: code,
  nameEn: code,
  fromZh: `${code} from`,
  fromEn: `${code} from`,
  toZh: `${code} to`,
  toEn: `${code} to`,
});

describe('What another customer may be to this one', () => {
  it('is two things for a kind with a direction, one for a kind without', () => {
    expect(choicesOf([kind('supply', false), kind('competition', true)])).toEqual([
      { value: 'supply:from', text: 'supply from' },
      { value: 'supply:to', text: 'supply to' },
      { value: 'competition:to', text: 'competition to' },
    ]);
  });

  it('says at which end it stands', () => {
    expect(endsOf('supply:from', 'me', 'other')).toEqual({ kind: 'supply', fromId: 'other', toId: 'me' });
    expect(endsOf('supply:to', 'me', 'other')).toEqual({ kind: 'supply', fromId: 'me', toId: 'other' });
  });
});
