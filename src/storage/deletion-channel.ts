/** What a tab that deletes everything tells the others: stop and write nothing; then, that it is done. */
export type DeletionNews = 'deleting' | 'deleted';

/** Says it to every other tab, and never to its own. */
export type TellDeletion = (news: DeletionNews) => void;

/** Hears what other tabs delete, for as long as the page lives, and gives the way to tell them. */
export function openDeletionChannel(onNews: (news: DeletionNews) => void): TellDeletion {
  // One and the same channel: another of the same page would hear what this one says.
  const channel = new BroadcastChannel('notspot-deletion');
  channel.onmessage = ({ data }) => {
    if (data === 'deleting' || data === 'deleted') onNews(data);
  };
  return (news) => channel.postMessage(news);
}
