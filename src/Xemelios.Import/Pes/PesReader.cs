using System.Xml;
using Xemelios.Domain.Constats;
using Xemelios.Import.Intake;

namespace Xemelios.Import.Pes;

/// <summary>Reads PES flows of every version of the protocol (2.1 to 5.30), as a stream.</summary>
/// <remarks>No version is written in a flow: elements are read by local name, unknown ones are passed over, nothing is validated.</remarks>
public static class PesReader
{
    /// <summary>Reads a flow and gives what it holds to the visitor.</summary>
    /// <exception cref="FichierRefuseException">The flow is refused whole: what the visitor was given is to be discarded.</exception>
    public static void Read(Arrivage flux, Spool spool, IPesVisitor visitor, CancellationToken annulation)
    {
        using var curseur = new CurseurXml(flux);
        try
        {
            curseur.AllerALaRacine();
            new Lecture(curseur, flux, spool, visitor, annulation).Lire();
            curseur.Finir();
        }
        catch (XmlException e)
        {
            throw new FichierRefuseException(CatalogueDesAnomalies.PesIllisible.En(curseur.Rupture(e)), e);
        }
    }

    /// <summary>The decoded content (base64, gzip) of the piece whose Fichier element starts at a byte of the flow.</summary>
    /// <remarks>Disposing the result disposes the flow.</remarks>
    public static Stream OuvrirContenu(Stream flux, long octet) => RelectureDePiece.Ouvrir(flux, octet);

    private sealed class Lecture
    {
        private readonly CurseurXml _curseur;
        private readonly IPesVisitor _visiteur;
        private readonly CancellationToken _annulation;
        private readonly LecteurDEnTete _enTete;
        private readonly LecteurDeDepense _depense;
        private readonly LecteurDePieces _pieces;
        private readonly LecteurDAcquit _acquit;
        private bool _annonce;

        public Lecture(CurseurXml curseur, Arrivage flux, Spool spool, IPesVisitor visiteur, CancellationToken annulation)
        {
            (_curseur, _visiteur, _annulation) = (curseur, visiteur, annulation);
            var valeurs = new ValeursPes(curseur, visiteur.Anomalie);
            _enTete = new LecteurDEnTete(curseur, valeurs);
            _depense = new LecteurDeDepense(curseur, valeurs, visiteur);
            _pieces = new LecteurDePieces(curseur, valeurs, visiteur, flux, spool);
            _acquit = new LecteurDAcquit(curseur, valeurs, visiteur);
        }

        public void Lire()
        {
            if (_curseur.Nom is not ("PES_Aller" or "PES_ACQUIT"))
                _visiteur.Anomalie(CatalogueDesAnomalies.RetourNonExploite.En(_curseur.Ici));
            _curseur.Enfants(LireBloc);
            Annoncer();
            _visiteur.Fin(_enTete.Flux);
        }

        private void LireBloc()
        {
            _annulation.ThrowIfCancellationRequested();
            switch (_curseur.Nom)
            {
                case "Enveloppe":
                    _enTete.LireEnveloppe();
                    break;
                case "EnTetePES":
                    _enTete.LireEnTete();
                    break;
                case "PES_DepenseAller":
                    _enTete.NoterDepense();
                    Annoncer();
                    _depense.Lire(_annulation);
                    break;
                case "PES_PJ":
                    _enTete.NoterPieces();
                    Annoncer();
                    _pieces.Lire(_annulation);
                    break;
                case "ACQUIT":
                    Annoncer();
                    _acquit.Lire(_annulation);
                    break;
                case var nom when nom.StartsWith("PES_", StringComparison.Ordinal) && _enTete.Flux.Root == "PES_Aller":
                    _enTete.NoterDomaine(nom);
                    _visiteur.Anomalie(CatalogueDesAnomalies.BlocNonExploite.En(_curseur.Ici));
                    break;
                default:
                    break;
            }
        }

        private void Annoncer()
        {
            if (_annonce)
                return;
            _annonce = true;
            if (!_enTete.EstLu && _enTete.Flux.Root != "liensPj")
                _visiteur.Anomalie(CatalogueDesAnomalies.EnTetePesAbsent.En(_curseur.Ici));
            _visiteur.EnTete(_enTete.Flux);
        }
    }
}
