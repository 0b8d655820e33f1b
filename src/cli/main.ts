import { RecipeError } from '../domain/not-spots/recipe.ts';
import { ANALYSE_USAGE, analyse } from './analyse.ts';
import { UsageError } from './usage-error.ts';

const usage = `Usage: npm run -s notspot -- <command> [options]

Commands:
  analyse        counts premises and not-spots per ward from files
  check-models   holds the radio models to a folder of cases that others computed or measured
  duel           sets rooftop radio against digging for the same premises, and writes both with what they come to
  generate       writes a fictional borough of any size
  links          judges a table of radio links over heights
  reach          says which premises a roof reaches by radio, and why not the others
  trench         says which streets to dig for premises and what it costs, or finds the cheapest tree of a graph

notspot <command> --help says more.
`;

/**
 * Runs the command line.
 * @param argv what follows the program's name
 * @returns the exit code: 0 done, 1 a file was refused or the work failed, 2 the command was not understood
 */
export async function main(argv: string[]): Promise<number> {
  const [command, ...rest] = argv;
  try {
    if (command === 'analyse') return await analyse(rest);
    if (command === 'check-models') {
      // Only this command needs the radio models.
      const { checkModels } = await import('./check-models.ts');
      return await checkModels(rest);
    }
    if (command === 'duel') {
      const { duel } = await import('./duel.ts');
      return await duel(rest);
    }
    if (command === 'links') {
      const { links } = await import('./links.ts');
      return await links(rest);
    }
    if (command === 'reach') {
      const { reach } = await import('./reach.ts');
      return await reach(rest);
    }
    if (command === 'generate') {
      // Only this command needs the demo borough's generator.
      const { generate } = await import('./generate.ts');
      return await generate(rest);
    }
    if (command === 'trench') {
      // Only this command needs the solver.
      const { trench } = await import('./trench.ts');
      return await trench(rest);
    }
  } catch (error) {
    return failure(error, command);
  }
  if (command === undefined || command === '--help' || command === 'help') {
    process.stderr.write(usage);
    return command === undefined ? 2 : 0;
  }
  process.stderr.write(`There is no command "${command}".\n\n${usage}`);
  return 2;
}

function failure(error: unknown, command: string): number {
  if (!(error instanceof Error) || process.env.NOTSPOT_DEBUG) throw error;
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n${command === 'analyse' ? `\n${ANALYSE_USAGE}` : ''}`);
    return 2;
  }
  const place = error instanceof RecipeError ? `--recipe, character ${error.place + 1}: ` : '';
  process.stderr.write(`${place}${error.message}\n`);
  return 1;
}
