import type {
  DifferenceDto,
  RenderedFieldDto,
  RenderedSectionDto,
  RenderedTableDto,
  RenderedValueDto,
} from './rendered-document.dto.js';
import type {
  Difference,
  RenderedField,
  RenderedSection,
  RenderedTable,
  RenderedValue,
} from './rendered-document.js';

type Sees = (permission: string) => boolean;

const isSeen = ({ permission }: { permission?: string }, sees: Sees): boolean =>
  permission === undefined || sees(permission);

/** The sections as this reader gets them: what she may not see is not there. */
export const sectionsFor = (sections: readonly RenderedSection[], sees: Sees): RenderedSectionDto[] =>
  sections.map(({ name, label, fields = [], table }) => ({
    name,
    labelZh: label.zh,
    labelEn: label.en,
    fields: fields.filter((field) => isSeen(field, sees)).map(toField),
    table: table ? toTable(table, sees) : null,
  }));

export const differencesFor = (differences: readonly Difference[], sees: Sees): DifferenceDto[] =>
  differences
    .filter((difference) => isSeen(difference, sees))
    .map(({ section, field, label, kind, dictionary, row, before, after }) => ({
      section,
      field,
      labelZh: label.zh,
      labelEn: label.en,
      kind,
      dictionary,
      row,
      before,
      after,
    }));

const toValue = ({ value, before, emphasis = 'none', words, link }: RenderedValue): RenderedValueDto => ({
  value,
  before,
  emphasis,
  wordsZh: words?.zh,
  wordsEn: words?.en,
  link,
});

const toField = ({ name, label, kind, dictionary, ...value }: RenderedField): RenderedFieldDto => ({
  name,
  labelZh: label.zh,
  labelEn: label.en,
  kind,
  dictionary,
  ...toValue(value),
});

function toTable({ columns, rows }: RenderedTable, sees: Sees): RenderedTableDto {
  const kept = columns.map((column) => isSeen(column, sees));
  return {
    columns: columns
      .filter((_, at) => kept[at])
      .map(({ name, label, kind, dictionary }) => ({
        name,
        labelZh: label.zh,
        labelEn: label.en,
        kind,
        dictionary,
      })),
    rows: rows.map(({ key, cells }) => ({ key, cells: cells.filter((_, at) => kept[at]).map(toValue) })),
  };
}
