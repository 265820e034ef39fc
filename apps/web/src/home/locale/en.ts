export default {
  title: 'Home',
  greeting: {
    night: 'Good night, {name}',
    morning: 'Good morning, {name}',
    afternoon: 'Good afternoon, {name}',
    evening: 'Good evening, {name}',
  },
};
