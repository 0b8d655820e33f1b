/** What a tab that deletes everything tells the others: stop and write nothing; then, that it is done. */
export type DeletionNews = 'deleting' | 'deleted';

const CHANNEL = 'notspot-deletion';

/** Hears what other tabs delete, for as long as the page lives. */
export function hearDeletion(onNews: (news: DeletionNews) => void): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    if (data === 'deleting' || data === 'deleted') onNews(data);
  };
}

export function tellDeletion(news: DeletionNews): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(news);
  channel.close();
}
