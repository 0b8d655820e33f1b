/** What had a part in something and is not shown, by how many of each there are; '' where there is nothing of the kind. */
export function confidentialParts({
  files,
  layers,
}: {
  readonly files: number;
  readonly layers: number;
}): string {
  const parts = [counted(files, 'file'), counted(layers, 'layer')].filter(Boolean).join(' and ');
  return parts && `made with ${parts} marked confidential, not named here`;
}

function counted(count: number, what: string): string {
  if (count === 0) return '';
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
