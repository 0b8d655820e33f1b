import { isOwnScript } from './own-script.ts';

interface PolicyRules {
  createHTML(text: string): string;
  createScript(text: string): string;
  createScriptURL(url: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: PolicyRules): unknown;
}

/**
 * The one Trusted Types policy. Markup and code from text are refused; scripts load only from the app's own files.
 * Imported before everything else, so that nothing can load a script first.
 */
const trustedTypes = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes;
trustedTypes?.createPolicy('default', {
  createHTML: () => {
    throw new TypeError('Notspot builds no markup from text.');
  },
  createScript: () => {
    throw new TypeError('Notspot runs no code from text.');
  },
  createScriptURL: (url) => {
    if (!isOwnScript(url, { origin: location.origin, href: location.href, base: import.meta.env.BASE_URL })) {
      throw new TypeError(`Notspot loads no script from ${url}.`);
    }
    return url;
  },
});
