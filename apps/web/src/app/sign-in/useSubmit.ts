import { ref } from 'vue';
import { refusalText } from '../../shared/i18n/refusal-text';

/** State of a small form: busy while it runs, one sentence when it was refused. */
export function useSubmit(act: () => Promise<void>) {
  const isBusy = ref(false);
  const problem = ref('');

  async function submit(): Promise<void> {
    isBusy.value = true;
    problem.value = '';
    try {
      await act();
    } catch (failure) {
      problem.value = refusalText(failure);
    } finally {
      isBusy.value = false;
    }
  }
  return { isBusy, problem, submit };
}
