using System.Globalization;
using System.Text;
using System.Xml;

namespace Xemelios.Samples;

/// <summary>Writes <c>PES_Aller</c> files.</summary>
public sealed class PesWriter
{
    private const string Espace = "http://www.minefi.gouv.fr/cp/helios/pes_v2/Rev0/aller";
    private readonly XmlWriter _xml;
    private readonly StylePes _style;
    private readonly PesPieceWriter _pieces;

    private PesWriter(XmlWriter xml, StylePes style)
    {
        _xml = xml;
        _style = style;
        _pieces = new PesPieceWriter(xml);
    }

    private string Uri => _style.EspaceParDefaut ? Espace : "";

    /// <summary>The bytes of the file.</summary>
    public static byte[] Octets(PesAllerFictif aller, StylePes? style = null)
    {
        style ??= new StylePes();
        using var flux = new MemoryStream();
        var reglages = new XmlWriterSettings { Encoding = style.Utf8 ? new UTF8Encoding(false) : Encoding.Latin1, Indent = true, IndentChars = " ", NewLineChars = "\n" };
        using (var xml = XmlWriter.Create(flux, reglages))
            new PesWriter(xml, style).Ecrire(aller);
        return flux.ToArray();
    }

    private void Ecrire(PesAllerFictif aller)
    {
        _xml.WriteStartElement(_style.EspaceParDefaut ? "" : "n", "PES_Aller", Espace);
        PesEntetes.Enveloppe(_xml, Uri, aller.NomFic, "EDITEURFICTIF");
        PesEntetes.EnTete(_xml, Uri, aller);
        if (aller.Bordereaux.Count > 0)
            Depense(aller);
        if (aller.Pieces.Count > 0)
            _pieces.Ecrire(Uri, aller.Pieces);
        _xml.WriteEndElement();
    }

    private void Depense(PesAllerFictif aller)
    {
        Ouvrir("PES_DepenseAller");
        Ouvrir("EnTeteDepense");
        Feuille("IdVer", "2");
        Feuille("InfoDematerialisee", "0");
        _xml.WriteEndElement();
        foreach (var bordereau in aller.Bordereaux)
            Bordereau(bordereau, aller.Employeur);
        _xml.WriteEndElement();
    }

    private void Bordereau(BordereauFictif bordereau, EmployeurFictif employeur)
    {
        Ouvrir("Bordereau");
        Ouvrir("BlocBordereau");
        Feuille("Exer", bordereau.Exercice);
        Feuille("IdBord", bordereau.IdBord);
        Feuille("DteBordEm", Date(bordereau.Date));
        Feuille("TypBord", bordereau.TypBord);
        Feuille("NbrPce", bordereau.Mandats.Count);
        Feuille("MtBordHT", Centimes.Texte(bordereau.Mandats.SelectMany(m => m.Lignes).Sum(l => l.Mt)));
        if (_style.Version == VersionPes.V21)
            Feuille("MtBordTVA", "");
        _xml.WriteEndElement();
        foreach (var mandat in bordereau.Mandats)
            Mandat(mandat, employeur);
        _xml.WriteEndElement();
    }

    private void Mandat(MandatFictif mandat, EmployeurFictif employeur)
    {
        Ouvrir("Piece");
        Ouvrir("BlocPiece");
        if (!_style.SansInfoPce)
            Ouvrir("InfoPce");
        if (_style.Version == VersionPes.V21)
            Feuille("CodServ", "");
        Feuille("IdPce", mandat.IdPce);
        Feuille("TypPce", mandat.TypPce);
        Feuille("NatPce", mandat.NatPce);
        Feuille("Obj", mandat.Objet);
        if (mandat.Echeance is { } echeance)
            Feuille("DteEch", Date(echeance));
        foreach (var piece in mandat.Pieces)
            PjRef(piece);
        if (_style.Version == VersionPes.V511)
            _xml.WriteElementString("CarteAchatNiveau1", Uri, "false");
        if (!_style.SansInfoPce)
            _xml.WriteEndElement();
        _xml.WriteEndElement();
        foreach (var ligne in mandat.Lignes)
            Ligne(ligne, employeur);
        _xml.WriteEndElement();
    }

    private void PjRef(PjRefDeMandat piece)
    {
        Ouvrir("PJRef");
        Feuille("Support", "01");
        Feuille("IdUnique", piece.IdUnique);
        if (piece.NomPJ is { } nom)
            Feuille("NomPJ", nom);
        if (piece.TypePJ is { } type && _style.Version != VersionPes.V21)
            Feuille("TypePJ", type);
        _xml.WriteEndElement();
    }

    private void Ligne(LigneDeMandatFictif ligne, EmployeurFictif employeur)
    {
        Ouvrir("LigneDePiece");
        Ouvrir("BlocLignePiece");
        Ouvrir("InfoLignePce");
        Feuille("IdLigne", ligne.IdLigne);
        Feuille("Nature", ligne.Nature);
        if (ligne.Fonction is { } fonction)
            Feuille("Fonction", fonction);
        if (_style.Version == VersionPes.V21)
        {
            Feuille("Operation", "");
            Feuille("LibVir1", "");
        }

        Feuille("ModRegl", "04");
        Feuille("TVAIntraCom", "0");
        if (_style.Version == VersionPes.V21)
            Feuille("CpteTVA", "");
        Feuille("MtHT", Centimes.Texte(ligne.Mt));
        if (_style.Version == VersionPes.V21)
            Feuille("MtTVA", "0.00");
        _xml.WriteEndElement();
        if (ligne.Origine is { } origine)
            Rattachement(origine);
        _xml.WriteEndElement();
        Tiers(employeur);
        _xml.WriteEndElement();
    }

    private void Rattachement(Rattachement origine)
    {
        Ouvrir("RattachPiece");
        Feuille("NatPceOrig", "01");
        Feuille("ExerRat", origine.Exercice);
        Feuille("IdPceOrig", origine.IdPce);
        Feuille("IdLigneOrig", origine.IdLigne);
        _xml.WriteEndElement();
    }

    private void Tiers(EmployeurFictif employeur)
    {
        Ouvrir("Tiers");
        Ouvrir("InfoTiers");
        Feuille("CatTiers", employeur.Profil == ProfilDePaye.Hopital ? "27" : "23");
        Feuille("NatJur", "09");
        Feuille("Nom", "PERSONNEL");
        _xml.WriteEndElement();
        Ouvrir("Adresse");
        Feuille("TypAdr", "1");
        Feuille("Adr2", "1 PLACE FICTIVE");
        Feuille("CP", "99000");
        Feuille("Ville", "SAINT-EXEMPLE");
        Feuille("CodRes", "0");
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void Ouvrir(string nom) => _xml.WriteStartElement(nom, Uri);

    private void Feuille(string nom, string valeur) => _xml.Feuille(nom, Uri, valeur);

    private void Feuille(string nom, int valeur) => _xml.Feuille(nom, Uri, valeur.ToString(CultureInfo.InvariantCulture));

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
