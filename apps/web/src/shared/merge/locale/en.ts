export default {
  title: 'Somebody changed this record too',
  text: 'You and a colleague both changed what stands below. Choose which to keep; nothing else that you typed is affected.',
  alsoTaken: 'What your colleague also changed stays: {names}',
  allMine: 'All mine',
  allTheirs: 'All theirs',
  before: 'before:',
  mine: 'My change',
  theirs: 'Their change',
  goOn: 'Go on editing',
  save: 'Save as chosen',
  taken: '{who} changed {names} meanwhile; that is kept.',
  takenFromSomebody: 'A colleague changed {names} meanwhile; that is kept.',
};
