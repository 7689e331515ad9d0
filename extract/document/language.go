package document

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
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

// telling are words of those languages that stand in no name.
var telling = set(`hat haben hatte wurde wurden werden werde sagte sagten ein einen einem einer eines dass wir ich nach vom zum zur aus über
	aber oder noch nur wie wenn sind seine ihre bis durch gegen wieder keine
	ont été était sont mais où leur leurs cette ces ses nous vous ils elles comme après avant deux trois ne nouvel nouveau nouvelle
	dijo fue ha han este esta pero sobre también muy hasta desde entre cuando donde todo
	disse foi vai são na nas pelo pela ao à um seu sua também até está ele ela foram
	hanno detto è uno delle degli alla dal dalla nella sul questo anche più stato loro dopo
	heeft hebben zei werd worden wordt naar bij uit maar nog deze hij zij zich zal gaat nieuw nieuwe
	har ett efter skal blev mot sade nya`)

const (
	enoughWords = 30 // to tell a language by
	otherWords  = 3  // of another language tell it of fewer words, where none is frequent in English, or one for every three of these
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
		switch theirs := d.foreign(); {
		case theirs < otherWords || theirs < otherWords*ours:
			return nil
		case ours == 0:
			return &NoArticle{fmt.Sprintf("not English: none of its %d words is frequent in English", len(words))}
		}
		return &NoArticle{fmt.Sprintf("not English: %d of its %d words are frequent in English", ours, len(words))}
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
	found, loans := map[string]bool{}, map[string]bool{}
	for _, b := range d.Blocks {
		words := strings.FieldsFunc(d.Text[b.Start:b.End], notWord)
		for i, w := range words {
			next := i + 1
			for next < len(words) && foreign[words[next]] {
				next++
			}
			beforeName := next < len(words) && unicode.IsUpper([]rune(words[next])[0])
			switch {
			case foreign[w] && !beforeName || telling[w]:
				found[w] = true
			case accented(w):
				loans[w] = true
			}
		}
	}
	return len(found) + min(len(loans), otherWords-1) // a menu may have more than two
}

// accented holds for words in small letters that are not all English ones: "approuvé", not "São".
func accented(w string) bool {
	first, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLower(first) && strings.ContainsFunc(w, func(r rune) bool { return r >= utf8.RuneSelf && r != '’' })
}

func notWord(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }

func letters(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }
