/** Files that the schema of RFC 9457 Appendix B describes, and files that it does not: they judge the judge. */

const problem = (inner, attributes = '') => `<problem xmlns="urn:ietf:rfc:7807"${attributes}>${inner}</problem>`

/** Valid files by what they show. */
export const accepted = {
  'no member': problem(''),
  'every member of the RFC': problem(
    '<type>about:blank</type><title>Not Found</title><status>404</status><detail>No user 7.</detail><instance>/users/7</instance>',
  ),
  'another order': problem('<status>404</status><type>/problems/user</type>'),
  'extension members': problem('<status>409</status><seat>12A</seat><errors><i><pointer>#/a</pointer></i><i/></errors>'),
  'a prefix': '<p:problem xmlns:p="urn:ietf:rfc:7807"><p:status>400</p:status></p:problem>',
  'an attribute': problem('<status>400</status>', ' xml:lang="en"'),
}

/** Invalid files by what is wrong with them. */
export const refused = {
  'no namespace': '<problem><status>400</status></problem>',
  'another namespace': '<problem xmlns="urn:ietf:rfc:9457"><status>400</status></problem>',
  'another root': '<error xmlns="urn:ietf:rfc:7807"><status>400</status></error>',
  'text in the root': problem('Not Found'),
  'text beside elements': problem('<status>400</status><price>30<currency>EUR</currency></price>'),
  'an extension of another namespace': problem('<status>400</status><x:seat xmlns:x="urn:x">12A</x:seat>'),
  'a name with a space': problem('<status>400</status><a b>1</a b>'),
  'a control character': problem('<status>400</status><detail>&#0;</detail>'),
}
