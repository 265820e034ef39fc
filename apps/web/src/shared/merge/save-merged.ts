import { ElMessage } from 'element-plus';
import 'element-plus/theme-chalk/el-message.css';
import { type ApiProblem, isStale } from '../api/problem';
import { flatCustom, type WithCustom } from '../custom-fields/custom-declarations';
import type { FieldDeclaration, FormValues } from '../form/field-declaration';
import { changesFrom } from '../form/form-rules';
import { i18n, needWords } from '../i18n/i18n';
import { askWhich, type Change } from './merge-question';
import { onVersion, readNewest, type VersionedRecord } from './stale-record.queries';
import { threeWay } from './three-way';

export interface MergedSave {
  readonly fields: readonly FieldDeclaration[];
  /** As the record was read. */
  readonly before: FormValues;
  /** As it is typed now. */
  readonly mine: FormValues;
  readonly read?: (record: never) => FormValues;
  readonly save: (changes: FormValues) => Promise<unknown>;
}

interface ToldChange extends Change {
  readonly fields: readonly string[];
}

const plain = (record: VersionedRecord): FormValues => ({
  ...record,
  ...('custom' in record && flatCustom(record as unknown as WithCustom)),
});

/**
 * Saves after a refusal because somebody was quicker: reads what is new, puts both changes together, asks where they
 * clash, and sends what is left of mine on the new version; and once more should somebody be quicker again.
 *
 * @returns the values that are saved now
 * @throws the refusal when the person goes on editing, or when the record cannot be read again
 */
export async function saveMerged(refusal: ApiProblem, given: MergedSave): Promise<FormValues> {
  const { fields, read = plain as (record: never) => FormValues, save } = given;
  let { before, mine } = given;
  await needWords('merge.title');
  for (let failure = refusal; ;) {
    const { path } = failure.request!;
    const newest = await readNewest(path);
    if (!newest) throw failure;
    const theirs = read(newest as never);
    const { taken, clashes, values } = threeWay(fields, before, mine, theirs);
    const lastOf = lastChange((failure.params.changes ?? []) as ToldChange[]);
    const chosen = clashes.length > 0 ? await askWhich({ clashes, taken, lastOf }) : {};
    if (!chosen) throw refusal;
    Object.assign(values, chosen);
    const changes = changesFrom(theirs, values, fields);
    try {
      if (Object.keys(changes).length > 0) await onVersion(path, newest.version, () => save(changes));
      tell(taken, lastOf);
      return values;
    } catch (again) {
      if (!isStale(again)) throw again;
      failure = again;
      before = theirs;
      mine = values;
    }
  }
}

/** Of `ownerId`, and of a company's own field, whose values stand in one column. */
const lastChange =
  (changes: readonly ToldChange[]) =>
  (key: string): Change | undefined =>
    changes.find(({ fields }) => fields.includes(key.split('.')[0] ?? key));

/** What came from the other is said: it stands in the record now, and nobody here typed it. */
function tell(taken: readonly FieldDeclaration[], lastOf: (key: string) => Change | undefined): void {
  if (taken.length === 0) return;
  const { t } = i18n.global;
  const who = [...new Set(taken.flatMap(({ key }) => lastOf(key)?.by ?? []))].join('、');
  const names = taken.map(({ title }) => t(title)).join('、');
  const message = who ? t('merge.taken', { who, names }) : t('merge.takenFromSomebody', { names });
  ElMessage.info({ message, duration: 8_000, showClose: true });
}
