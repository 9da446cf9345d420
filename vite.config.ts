// Four builds from one file: `--mode main` (server and shell, ES modules for Node and Electron), `--mode preload`
// (one CommonJS file, as a sandboxed preload must be) `--mode renderer` (the UI) and `--mode client` (the package).
// Everything but electron and better-sqlite3 is inlined, so better-sqlite3 is the only package that ships.
// `.mjs` names, because a file in app.asar.unpacked has no package.json above it that says `type: module`.
import { cpSync } from 'node:fs';
import { builtinModules } from 'node:module';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { collectLicences } from './collect-licences.ts';

const isE2e = process.env['SCIM_MOCK_E2E_BUILD'] === '1';
const out = isE2e ? 'dist-e2e' : 'dist';
const define = { __E2E__: JSON.stringify(isE2e) };
const shipped = ['electron', 'better-sqlite3'];
const external = [...shipped, /^node:/, ...builtinModules];

/** Entries that the package offers as commands. */
const COMMANDS = ['headless', 'admin', 'mcp'];

export default defineConfig(({ mode }) => {
  if (mode === 'main') return buildMain();
  if (mode === 'preload') return buildPreload();
  if (mode === 'client') return buildClient();
  return buildRenderer();
});

function buildMain(): UserConfig {
  return {
    define,
    publicDir: false,
    plugins: [scenarioLibrary()],
    ssr: { noExternal: true, external: shipped },
    build: {
      ssr: true,
      target: 'node20',
      outDir: `${out}/main`,
      emptyOutDir: true,
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        external,
        input: {
          index: 'main/desktop/index.ts',
          utility: 'main/server/utility.ts',
          headless: 'main/server/headless.ts',
          admin: 'main/cli/admin.ts',
          mcp: 'main/mcp/mcp.ts',
          'snapshot-thread': 'main/store/snapshot-thread.ts',
        },
        output: {
          format: 'es',
          entryFileNames: '[name].mjs',
          chunkFileNames: 'chunks/[name]-[hash].mjs',
          banner: ({ name }) => (COMMANDS.includes(name) ? '#!/usr/bin/env node' : ''),
        },
      },
    },
  };
}

function buildPreload(): UserConfig {
  return {
    define,
    publicDir: false,
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      target: 'chrome130',
      outDir: `${out}/preload`,
      emptyOutDir: true,
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        external,
        input: { preload: 'main/desktop/preload/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  };
}

/** Of the package: both module systems, because a test runner may know only one. */
function buildClient(): UserConfig {
  return {
    define,
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node22',
      outDir: `${out}/client`,
      emptyOutDir: true,
      sourcemap: false,
      minify: false,
      rolldownOptions: {
        external: [/^node:/, ...builtinModules],
        input: { index: 'main/client/index.ts', testing: 'main/client/testing.ts' },
        output: [
          { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
          { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
        ],
      },
    },
  };
}

function buildRenderer(): UserConfig {
  return {
    define,
    root: 'renderer',
    base: './',
    plugins: [react(), tailwindcss(), licences()],
    build: {
      outDir: `../${out}/renderer`,
      emptyOutDir: true,
      target: 'chrome130',
      sourcemap: true,
      // Loaded from this machine: one file is quicker than many.
      chunkSizeWarningLimit: 1500,
    },
  };
}

/** The scenarios that ship, as files beside the bundle. */
function scenarioLibrary(): Plugin {
  return {
    name: 'scenario-library',
    writeBundle({ dir = '' }) {
      cpSync('main/scenarios/library', `${dir}/scenarios`, { recursive: true });
    },
  };
}

/** Writes the licences of what is bundled, for Help. */
function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle() {
      const packages = collectLicences(import.meta.dirname, this.getModuleIds());
      const source = JSON.stringify({ packages });
      this.emitFile({ type: 'asset', fileName: 'licences.json', source });
    },
  };
}
