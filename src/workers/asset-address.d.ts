/** The address of a file that the build puts beside the scripts. */
declare module '*.wasm?url' {
  const address: string;
  // biome-ignore lint/style/noDefaultExport: the build tool gives the address so.
  export default address;
}
