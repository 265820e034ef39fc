/** Passwords of ten or more characters that every guesser tries first, in lower case. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `1234567890 0123456789 12345678910 123456789a a123456789 aa123456789 1q2w3e4r5t 1qaz2wsx3edc qwertyuiop qwerty12345
  qwerty123456 asdfghjkl1 zxcvbnm123 password12 password123 password1234 passw0rd123 p@ssw0rd123 p@ssword123 administrator
  admin12345 admin123456 administrator1 welcome123 welcome1234 letmein123 iloveyou123 iloveyou520 woaini1314 woaini520
  woaini1314520 5201314520 1314520520 88888888888 8888888888 6666666666 0000000000 1111111111 1122334455 11223344556677
  147258369a 1472583690 123123123123 123321123321 abc123456789 abcd123456 abcd1234567 abc1234567 abcdefghij a1b2c3d4e5
  q1w2e3r4t5 1a2b3c4d5e zaq12wsxcde changeme123 test123456 root123456 juke123456 jukecrm123 jukecrm2026 juke-demo-2026
  qq123456789 wang123456 zhang123456 li123456789 taobao123456 huawei123456 china123456 beijing2008 shanghai2010`
    .split(/\s+/)
    .filter(Boolean),
);
