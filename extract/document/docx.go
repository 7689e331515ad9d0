package document

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// readDOCX reads the paragraphs of a Word document (ECMA-376); tables, notes and deleted text are left out.
func readDOCX(data []byte) (Raw, error) {
	archive, err := openZip(data)
	if err != nil {
		return Raw{}, err
	}
	body, err := unpack(zipEntry(archive, "word/document.xml"))
	if err != nil {
		return Raw{}, fmt.Errorf("word/document.xml: %w", harmed(err))
	}
	text, err := wordText(body)
	if err != nil {
		return Raw{}, fmt.Errorf("word/document.xml: %w", harmed(err))
	}
	if text == "" {
		return Raw{}, &NoArticle{"no article: the document has no text"}
	}
	r := Raw{Text: []byte(text), Original: data}
	if core, err := unpack(zipEntry(archive, "docProps/core.xml")); err == nil {
		r.Meta = coreProperties(core)
	}
	return r, nil
}

// coreProperties are the Dublin Core of an Office document.
func coreProperties(data []byte) Metadata {
	var p struct {
		Title    string `xml:"title"`
		Creator  string `xml:"creator"`
		Language string `xml:"language"`
		Created  string `xml:"created"`
	}
	if xml.Unmarshal(data, &p) != nil {
		return Metadata{}
	}
	m := Metadata{Title: oneLine(p.Title), Author: oneLine(p.Creator), Language: oneLine(p.Language)}
	m.Published, _ = looseDay(p.Created)
	return m
}

func wordText(data []byte) (string, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	var paragraphs []string
	var line strings.Builder
	skipped := 0 // how deep in elements that are not read
	reading := false
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return strings.Join(paragraphs, "\n\n"), nil
		}
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "tbl", "del", "instrText", "drawing", "pict":
				skipped++
			case "t":
				reading = skipped == 0
			case "tab", "br":
				line.WriteByte(' ')
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "tbl", "del", "instrText", "drawing", "pict":
				skipped--
			case "t":
				reading = false
			case "p":
				if text := oneLine(line.String()); text != "" {
					paragraphs = append(paragraphs, text)
				}
				line.Reset()
			}
		case xml.CharData:
			if reading {
				line.Write(t)
			}
		}
	}
}
