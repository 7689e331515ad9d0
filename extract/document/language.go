package document

import (
	"fmt"
	"strings"
	"unicode"
)

// english are frequent words that its neighbours do not have, or hardly.
var english = set(`the of and to that for with by from has have had not but this are were been which who its their
	they he she will would it said about after more than when there is was at as on be or his her you we`)

// foreign are frequent words of the languages that share its letters and some of its words.
var foreign = set(`der die das und ist nicht ein eine den dem des mit auf für von zu sich auch wird
	le la les des et est une dans pour qui que sur pas avec au aux du en ce il elle
	el los las de del y que en un una es esto por con para se su como más
	il di che per una con sono della nel gli non è
	de het een en van niet dat zijn op te voor met ook aan
	o os as do da em uma para com não por mais dos das
	och att det som på är av för med den inte till en
	og det er på til af som ikke med den for
	i w na z się nie do jest że to`)

const (
	enoughWords = 30 // to tell a language by
	otherWords  = 3  // of another language tell it of fewer words, where no word is frequent in English
	tellingPart = 5  // in English, one word in three is frequent; that one in twenty is will do for headlines and lists
)

// Check tells what is no article to read: without a sentence, lines of code or addresses, not in English, the beginning of what a paywall hides, or as long as a shelf of books.
func (d *Document) Check() error {
	var words []string
	size := 0
	for _, b := range d.Blocks {
		if size += b.End - b.Start; size > longestText {
			return fmt.Errorf("more than the %d KiB of running text that one article may have: split it into its articles", longestText>>10)
		}
		words = append(words, strings.FieldsFunc(strings.ToLower(d.Text[b.Start:b.End]), notWord)...)
	}
	if len(words) == 0 {
		if len(d.Skips) > 0 {
			return &NoArticle{"no article: " + d.Skips[0].Why}
		}
		if letters(d.Text) {
			return &NoArticle{"no article: no line of it is a sentence in Latin letters"}
		}
		return &NoArticle{"no article: it holds no text"}
	}
	if err := lineKinds(d.Text); err != nil {
		return err
	}
	if len(words) < stubWords && paywall.MatchString(d.Text) {
		return stub(len(words))
	}
	var ours, theirs int
	for _, w := range words {
		if english[w] {
			ours++
		}
		if foreign[w] {
			theirs++
		}
	}
	if len(words) < enoughWords {
		if ours == 0 && d.foreign() >= otherWords {
			return &NoArticle{fmt.Sprintf("not English: none of its %d words is frequent in English", len(words))}
		}
		return nil
	}
	if 100*ours < tellingPart*len(words) || 2*ours < theirs {
		said := ""
		if tag := strings.ToLower(d.Language); tag != "" && !strings.HasPrefix(tag, "en") {
			said = fmt.Sprintf(", and says so itself (%s)", d.Language)
		}
		return &NoArticle{fmt.Sprintf("not English: %d of its %d words are frequent in English%s", ours, len(words), said)}
	}
	return nil
}

// foreign counts the words of other languages that stand in the text, each once, but for the particles of names, which stand
// before a capital: "Juan de la Cruz" is English enough.
func (d *Document) foreign() int {
	found := map[string]bool{}
	for _, b := range d.Blocks {
		words := strings.FieldsFunc(d.Text[b.Start:b.End], notWord)
		for i, w := range words {
			next := i + 1
			for next < len(words) && foreign[words[next]] {
				next++
			}
			beforeName := next < len(words) && unicode.IsUpper([]rune(words[next])[0])
			if foreign[w] && !beforeName {
				found[w] = true
			}
		}
	}
	return len(found)
}

func notWord(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }

func letters(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }
