package document

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"net/url"
	"path"
	"strings"
)

// publication is the package document of an EPUB (EPUB 3.3).
type publication struct {
	Metadata struct {
		Title     string   `xml:"title"`
		Creator   []string `xml:"creator"`
		Publisher string   `xml:"publisher"`
		Language  string   `xml:"language"`
		Date      string   `xml:"date"`
	} `xml:"metadata"`
	Items []struct {
		ID         string `xml:"id,attr"`
		Href       string `xml:"href,attr"`
		Type       string `xml:"media-type,attr"`
		Properties string `xml:"properties,attr"`
	} `xml:"manifest>item"`
	Spine []struct {
		ID string `xml:"idref,attr"`
	} `xml:"spine>itemref"`
}

// epub reads the parts of an EPUB in the order of its spine, each as an article.
func (w *walk) epub(r *zip.Reader, place string) error {
	book, folder, err := readPublication(r)
	if err != nil {
		return err
	}
	if zipEntry(r, "META-INF/encryption.xml") != nil && zipEntry(r, "META-INF/rights.xml") != nil {
		return errors.New("is locked by DRM: save it without")
	}
	files := map[string]string{}
	for _, item := range book.Items {
		if strings.Contains(item.Type, "html") && !strings.Contains(item.Properties, "nav") {
			files[item.ID] = item.Href
		}
	}
	for _, part := range book.Spine {
		href, ok := files[part.ID]
		if !ok || w.ended {
			continue
		}
		if name, err := url.PathUnescape(href); err == nil {
			href = name
		}
		if at := below(place, href); w.want(at) {
			raw, err := book.chapter(zipEntry(r, path.Join(folder, href)))
			raw.Path, raw.ID = at, ID(at)
			w.got(raw, err)
		}
	}
	return nil
}

func readPublication(r *zip.Reader) (*publication, string, error) {
	data, err := unpack(zipEntry(r, "META-INF/container.xml"))
	if err != nil {
		return nil, "", fmt.Errorf("META-INF/container.xml: %w", harmed(err))
	}
	var container struct {
		Roots []struct {
			Path string `xml:"full-path,attr"`
		} `xml:"rootfiles>rootfile"`
	}
	if err := xml.Unmarshal(data, &container); err != nil || len(container.Roots) == 0 {
		return nil, "", errors.New("META-INF/container.xml names no package document: the book is damaged; fetch it again")
	}
	name := container.Roots[0].Path
	if data, err = unpack(zipEntry(r, name)); err != nil {
		return nil, "", fmt.Errorf("%s: %w", name, harmed(err))
	}
	book := new(publication)
	if err := xml.Unmarshal(data, book); err != nil {
		return nil, "", fmt.Errorf("%s: %w", name, harmed(err))
	}
	return book, path.Dir(name), nil
}

func (b *publication) chapter(f *zip.File) (Raw, error) {
	data, err := unpack(f)
	if err != nil {
		return Raw{}, err
	}
	raw, err := readWebPage(data)
	raw.Meta.Outlet = first(raw.Meta.Outlet, b.Metadata.Publisher, b.Metadata.Title)
	raw.Meta.Author = first(raw.Meta.Author, strings.Join(b.Metadata.Creator, ", "))
	raw.Meta.Language = first(raw.Meta.Language, b.Metadata.Language)
	if raw.Meta.Published.IsZero() {
		raw.Meta.Published, _ = looseDay(b.Metadata.Date)
	}
	return raw, err
}
