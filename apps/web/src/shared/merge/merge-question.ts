import { shallowRef } from 'vue';
import type { FieldDeclaration, FormValues } from '../form/field-declaration';
import type { Clash } from './three-way';

/** Who changed a field last, and when. */
export interface Change {
  readonly by: string;
  readonly at: string;
}

export interface MergeQuestion {
  readonly clashes: readonly Clash[];
  readonly taken: readonly FieldDeclaration[];
  readonly lastOf: (key: string) => Change | undefined;
}

/** The question that is open; the app's frame shows it above whatever asked. */
export const openQuestion = shallowRef<MergeQuestion & { answer(chosen: FormValues | null): void }>();

/** @returns the chosen values of the fields that clash, or null when the person wants to go on editing */
export const askWhich = (question: MergeQuestion): Promise<FormValues | null> =>
  new Promise((resolve) => {
    openQuestion.value = {
      ...question,
      answer(chosen) {
        openQuestion.value = undefined;
        resolve(chosen);
      },
    };
  });
