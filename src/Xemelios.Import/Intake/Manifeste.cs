using System.Xml;
using Xemelios.Domain.Constats;

namespace Xemelios.Import.Intake;

/// <summary>One zip of an archive in several volumes.</summary>
public sealed record VolumeDeManifeste(string? Numero, string Fichier);

/// <summary>One file that the manifest describes.</summary>
/// <param name="Volume">Number of the volume that holds it.</param>
/// <param name="Chemin">Its path inside that volume, cleaned as <see cref="Arrivage.CheminDEntree"/> is.</param>
/// <param name="Collectivite">buIdCol: the collectivité that it belongs to.</param>
public sealed record DocumentDeManifeste(
    string? Volume, string Chemin, string? Type, string? Collectivite, string? LibelleCollectivite, string? CodeBudget,
    string? IdUnique, string? NomOrigine);

/// <summary>The table of contents of an archive of XéMéLios. Its actions are never executed: they are not even read.</summary>
public sealed record Manifeste(IReadOnlyList<VolumeDeManifeste> Volumes, IReadOnlyList<DocumentDeManifeste> Documents)
{
    /// <exception cref="FichierRefuseException">REC-0019: not well formed, with a DTD, or with more documents than an archive may have.</exception>
    public static Manifeste Lire(Arrivage arrivage, Limites limites)
    {
        using var texte = DecodageXml.Ouvrir(arrivage.Ouvrir());
        using var source = new LimitedXmlTextReader(texte.Texte, CatalogueDesAnomalies.ManifesteIllisible, CatalogueDesAnomalies.ManifesteIllisible);
        using var xml = LectureXml.Creer(source);
        var manifeste = (Volumes: new List<VolumeDeManifeste>(), Documents: new List<DocumentDeManifeste>());
        try
        {
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                if (manifeste.Documents.Count + manifeste.Volumes.Count >= limites.MaxEntrees || xml.Depth > LectureXml.MaxProfondeur)
                    throw Refus(xml);
                if (xml.LocalName == "volume" && xml.GetAttribute("fichier") is { } fichier)
                    manifeste.Volumes.Add(new VolumeDeManifeste(Attribut(xml, "num"), NomDEntree.Lire(fichier).Nom));
                else if (xml.LocalName == "document" && xml.GetAttribute("path") is { } chemin)
                    manifeste.Documents.Add(Document(xml, chemin));
            }
        }
        catch (XmlException)
        {
            throw Refus(xml);
        }

        return new Manifeste(manifeste.Volumes, manifeste.Documents);
    }

    /// <summary>What the manifest says of an entry of one of its volumes, or null.</summary>
    /// <param name="volume">File name of the volume; null when the archive has only one.</param>
    public DocumentDeManifeste? Document(string? volume, string cheminDEntree)
    {
        var numero = volume is null ? null : Volumes.FirstOrDefault(v => MemeNom(v.Fichier, volume))?.Numero;
        return _parChemin.Value[cheminDEntree].FirstOrDefault(d => numero is null || d.Volume is null || d.Volume == numero);
    }

    /// <summary>One anomaly for each volume that is named but was not received.</summary>
    public IEnumerable<Anomalie> VolumesManquants(IEnumerable<string> nomsRecus)
    {
        var recus = nomsRecus.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Volumes.Where(v => !recus.Contains(v.Fichier)).Select(v => CatalogueDesAnomalies.VolumeDArchiveManquant.En(
            Provenance.Inconnue, $"Le manifeste nomme le volume d'archive « {v.Fichier} », qui n'a pas été reçu."));
    }

    private readonly Lazy<ILookup<string, DocumentDeManifeste>> _parChemin =
        new(() => Documents.ToLookup(d => d.Chemin, StringComparer.OrdinalIgnoreCase));

    private static DocumentDeManifeste Document(XmlReader xml, string chemin) => new(
        Attribut(xml, "volume"), NomDEntree.Lire(chemin).Chemin, Attribut(xml, "type"), Attribut(xml, "buIdCol"), Attribut(xml, "buLibelle"),
        Attribut(xml, "buCode"), Attribut(xml, "idUnique"), Attribut(xml, "nomOrigine"));

    private static string? Attribut(XmlReader xml, string nom) => xml.GetAttribute(nom)?.Trim() is { Length: > 0 } valeur ? valeur : null;

    private static bool MemeNom(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);

    private static FichierRefuseException Refus(XmlReader xml) =>
        new(CatalogueDesAnomalies.ManifesteIllisible.En(new Provenance(null, ((IXmlLineInfo)xml).LineNumber)));
}
