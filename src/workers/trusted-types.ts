interface PolicyRules {
  createScriptURL(address: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: PolicyRules): unknown;
}

/**
 * The Trusted Types policy of the compute worker, which starts but one script: the app's own worker for WebAssembly.
 * Markup and code from text have no rule here, so they are refused. Imported before everything else.
 */
const trustedTypes = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes;
trustedTypes?.createPolicy('default', {
  createScriptURL: (address) => {
    const { origin, pathname } = new URL(address, location.href);
    if (origin !== location.origin || !/\/wasm\.worker[-.\w]*$/.test(pathname))
      throw new TypeError(`Notspot starts no script from ${address}.`);
    return address;
  },
});
