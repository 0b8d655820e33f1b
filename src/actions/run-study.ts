import type { ResultState, ResultStore } from '../stores/result-store.ts';
import type { Studies } from '../workers/studies.ts';
import type { AppContext } from './app-context.ts';
import type { ShownStudy } from './study-stores.ts';

/**
 * Asks the worker for a study and keeps its answer in the study's store. A question asked again while it is being
 * answered, or when its answer stands, is not asked twice; another question ends the one under way. Settles when the
 * store holds how it ended; never rejects.
 */
export async function runStudy<Name extends ShownStudy>(
  context: AppContext,
  name: Name,
  question: Studies[Name]['question'],
): Promise<void> {
  const store = storeOf(context, name);
  const { project, version } = context.project.getState();
  const mine = { asked: JSON.stringify([version, question]) };
  if (running.get(store)?.asked === mine.asked || isAnswered(context, name, question)) return;
  store.getState().cancel?.();
  running.set(store, mine);
  const abort = new AbortController();
  const isOurs = (): boolean => running.get(store) === mine;
  const cancel = (): void => {
    abort.abort();
    if (!isOurs()) return;
    running.delete(store);
    store.setState({ status: 'cancelled', step: null, cancel: null });
  };
  store.setState({ status: 'working', step: null, problem: null, cancel });
  const outcome = await context.compute.run(
    (api, job, onStep) => api.study(job, name, project, question, onStep),
    {
      signal: abort.signal,
      onStep: (step) => {
        if (isOurs() && !abort.signal.aborted) store.setState({ step });
      },
    },
  );
  if (!isOurs()) return;
  running.delete(store);
  if (outcome.state === 'cancelled') {
    store.setState({ status: 'cancelled', step: null, cancel: null });
    return;
  }
  if (outcome.state === 'failed') {
    store.setState({
      status: 'failed',
      step: null,
      answer: null,
      answered: null,
      problem: outcome.message,
      problemName: outcome.name,
      cancel: null,
    });
    return;
  }
  store.setState({
    status: 'ready',
    step: null,
    answer: outcome.value as Studies[Name]['answer'],
    answered: { question, version },
    problem: null,
    cancel: null,
  });
}

/** Whether the store's answer is to this question about the project as it now stands. */
export function isAnswered<Name extends ShownStudy>(
  context: AppContext,
  name: Name,
  question: Studies[Name]['question'],
): boolean {
  return isAnswerTo(storeOf(context, name).getState(), question, context.project.getState().version);
}

/** Whether an answer stands and is to this question about this version of the project. */
export function isAnswerTo<Question, Answer>(
  { status, answered }: ResultState<Question, Answer>,
  question: Question,
  version: number,
): boolean {
  return (
    status === 'ready' &&
    answered?.version === version &&
    JSON.stringify(answered.question) === JSON.stringify(question)
  );
}

/** What each store is being asked: the project's version and the question. */
const running = new WeakMap<object, { readonly asked: string }>();

function storeOf<Name extends ShownStudy>(
  context: AppContext,
  name: Name,
): ResultStore<Studies[Name]['question'], Studies[Name]['answer']> {
  return context.studies[name];
}
