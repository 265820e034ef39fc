import { Injectable } from '@nestjs/common';
import { DocumentTypes } from '../document-types.js';
import { operatorsFor } from './condition.js';
import type { DocumentTypeListDto } from './flow.dto.js';

/** What an editor of flows must know of the kinds of documents there are. */
@Injectable()
export class DocumentTypesReader {
  constructor(private readonly types: DocumentTypes) {}

  list(): DocumentTypeListDto {
    return {
      items: this.types.all().map(({ name, label, facts, sections }) => ({
        name,
        labelZh: label.zh,
        labelEn: label.en,
        facts: facts.map((fact) => ({
          name: fact.name,
          labelZh: fact.label.zh,
          labelEn: fact.label.en,
          type: fact.type,
          operators: operatorsFor(fact),
          values: (fact.values ?? []).map(({ value, label: words }) => ({
            value,
            labelZh: words.zh,
            labelEn: words.en,
          })),
          dictionary: fact.dictionary ?? null,
        })),
        sections: sections.map((section) => ({
          name: section.name,
          labelZh: section.label.zh,
          labelEn: section.label.en,
        })),
      })),
    };
  }
}
