import { loadGrid } from '../../src/domain/geo/british-national-grid.ts';

// Set-up of every test: domain functions convert coordinates without waiting.
await loadGrid();
