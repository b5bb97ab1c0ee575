using Xemelios.Domain.Constats;
using Xemelios.Import.Intake;
using Xemelios.Store.Tables;

namespace Xemelios.Import;

/// <summary>A pay file whose bulletins are written; what is left to say of it depends on the tables.</summary>
internal sealed record XhlEcrit(Arrivage Arrivage, Lieu Lieu, int Contenu, int Bulletins, int Lignes, CollecteDAnomalies Anomalies)
{
    public LivraisonAEcrire Livraison => ContexteDImport.Livraison(Arrivage, Contenu, Lieu);

    /// <summary>Its line in the report.</summary>
    /// <param name="enNegatif">Keys of the contents that write what they withhold in negative.</param>
    public FichierImporte Conclure(string etat, IReadOnlySet<int> enNegatif)
    {
        if (enNegatif.Contains(Contenu))
            Anomalies.Ajouter(CatalogueDesAnomalies.SignesNegatifs.En(Provenance.Inconnue));
        return new FichierImporte(
            Arrivage.Chemin, Bulletins == 0 ? TypesDeFichier.XhlEnTete : TypesDeFichier.Xhl, etat, Arrivage.Empreinte.Hexadecimal, Arrivage.Octets,
            Bulletins, Lignes, 0, 0, Anomalies.Conclure());
    }
}
