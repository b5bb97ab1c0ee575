using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Xemelios.Query.Export.Pdf;

/// <summary>A PDF written page after page: fonts embedded, text selectable and tagged, bookmarks, "Page x / y".</summary>
/// <remarks>
/// The PDFsharp of the registry (6.5.0) refuses to run without a licence key and is AGPL; nothing else that restores writes PDF. This
/// writes what the exports need of PDF 1.7, and keeps nothing of a page once it is closed.
/// </remarks>
internal sealed class DocumentPdf
{
    private const double TailleDuPied = 7.5;
    private const double Marge = 28;

    private readonly ObjetsPdf _objets;
    private readonly string _titre;
    private readonly DateTimeOffset _etabli;
    private readonly int _pages;
    private readonly int _normale;
    private readonly int _grasse;
    private readonly List<int> _feuilles = [];
    private readonly List<(string Titre, int Page)> _signets = [];
    private readonly int _nombreDePages;
    private PagePdf? _page;

    public DocumentPdf(Stream sortie, string titre, DateTimeOffset etabli)
    {
        (_titre, _etabli) = (TextePdf.Imprimable(titre), etabli);
        _objets = new ObjetsPdf(sortie);
        (_pages, _normale, _grasse) = (_objets.Reserver(), _objets.Reserver(), _objets.Reserver());
        Structure = new StructurePdf(_objets);
        _nombreDePages = _objets.Reserver();
    }

    public PolicePdf Normale { get; } = PolicePdf.Normale();

    public PolicePdf Grasse { get; } = PolicePdf.Grasse();

    public StructurePdf Structure { get; }

    public double Mesurer(string texte, double taille, bool gras = false) => (gras ? Grasse : Normale).Largeur(texte, taille);

    /// <summary>Ends the page before, and begins another; "Page x / y" is at its foot.</summary>
    public PagePdf NouvellePage(double largeur, double hauteur)
    {
        FermerLaPage();
        _page = new PagePdf(this, _objets.Reserver(), largeur, hauteur);
        _feuilles.Add(_page.Id);
        var pied = string.Create(CultureInfo.InvariantCulture, $"Page {_feuilles.Count} / ");
        var x = largeur - Marge - Mesurer(pied + "99999", TailleDuPied);
        _page.Texte(pied, x, hauteur - Marge / 2, TailleDuPied, artefact: true);
        _page.Forme("Y", x + Mesurer(pied, TailleDuPied), hauteur - Marge / 2);
        return _page;
    }

    /// <summary>A bookmark on the page being drawn.</summary>
    public void Signet(string titre) => _signets.Add((TextePdf.Imprimable(titre), _feuilles[^1]));

    /// <summary>Writes what is only known at the end.</summary>
    public void Terminer()
    {
        FermerLaPage();
        EcrireLeNombreDePages();
        Structure.Terminer();
        Normale.Ecrire(_objets, _normale);
        Grasse.Ecrire(_objets, _grasse);
        _objets.Objet(_pages, string.Create(CultureInfo.InvariantCulture,
            $"<</Type /Pages /Count {_feuilles.Count} /Kids [{string.Join(' ', _feuilles.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f} 0 R")))}]>>"));
        var signets = _signets.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" /Outlines {Signets()} 0 R /PageMode /UseOutlines");
        var racine = _objets.Objet(string.Create(CultureInfo.InvariantCulture,
            $"<</Type /Catalog /Pages {_pages} 0 R /Lang (fr-FR) /MarkInfo <</Marked true>> /StructTreeRoot {Structure.Racine} 0 R /ViewerPreferences <</DisplayDocTitle true>>{signets}>>"));
        var informations = _objets.Objet(
            $"<</Title {TextePdf.Chaine(_titre)} /Producer (Xemelios.Next) /CreationDate (D:{_etabli.ToUniversalTime().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}Z)>>");
        _objets.Terminer(racine, informations, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(_titre + _etabli.ToString("O", CultureInfo.InvariantCulture))))[..32]);
    }

    private void FermerLaPage()
    {
        _page?.Fermer(_objets, Structure, _pages, string.Create(CultureInfo.InvariantCulture, $"{Polices} /XObject <</Y {_nombreDePages} 0 R>>"));
        _page = null;
    }

    private string Polices => string.Create(CultureInfo.InvariantCulture, $"/Font <</N {_normale} 0 R /G {_grasse} 0 R>>");

    private void EcrireLeNombreDePages()
    {
        var nombre = Normale.Coder(_feuilles.Count.ToString(CultureInfo.InvariantCulture), out _);
        _objets.Flux(_nombreDePages, $"/Type /XObject /Subtype /Form /BBox [0 -5 60 12] /Resources <<{Polices}>>",
            Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"BT /N {TailleDuPied} Tf 0 0 Td <{nombre}> Tj ET")));
    }

    private int Signets()
    {
        var racine = _objets.Reserver();
        int[] ids = [.. _signets.Select(_ => _objets.Reserver())];
        for (var i = 0; i < ids.Length; i++)
        {
            var voisins = (i > 0 ? $" /Prev {ids[i - 1]} 0 R" : "") + (i < ids.Length - 1 ? $" /Next {ids[i + 1]} 0 R" : "");
            _objets.Objet(ids[i], string.Create(CultureInfo.InvariantCulture,
                $"<</Title {TextePdf.Chaine(_signets[i].Titre)} /Parent {racine} 0 R /Dest [{_signets[i].Page} 0 R /Fit]{voisins}>>"));
        }

        return _objets.Objet(racine, string.Create(CultureInfo.InvariantCulture,
            $"<</Type /Outlines /First {ids[0]} 0 R /Last {ids[^1]} 0 R /Count {ids.Length}>>"));
    }
}
