interface PolicyRules {
  createScriptURL(address: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: PolicyRules): unknown;
}

/**
 * The Trusted Types policy of the compute worker, which starts but two scripts: the app's own worker for WebAssembly, and its
 * own script again to read a large file.
 * Markup and code from text have no rule here, so they are refused. Imported before everything else.
 */
const trustedTypes = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes;
trustedTypes?.createPolicy('default', {
  createScriptURL: (address) => {
    const { origin, pathname } = new URL(address, location.href);
    const isOwn = pathname === location.pathname || /\/wasm\.worker[-.\w]*$/.test(pathname);
    if (origin !== location.origin || !isOwn)
      throw new TypeError(`Notspot starts no script from ${address}.`);
    return address;
  },
});
