// All that html-validate recommends, but for what contradicts a rule of ours.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    "doctype-style": "off", // <!doctype html> in small letters, as the standard itself writes it
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "reset", "submit"] }], // choices of one question
    "long-title": "off", // a title begins with the h1, which is a sentence
    "meta-refresh": "off", // how a page of progress goes on without a script
    "no-implicit-button-type": "off", // a button without a type sends its form, and that is what ours do
    "no-trailing-whitespace": "off", // templates leave some, and no reader sees it
  },
};
